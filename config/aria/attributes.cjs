/**
 * What WeChat's screen reader is told of a piece. Taro's templates carry an attribute only if its component is said
 * to have it; both the templates (plugin.cjs) and Taro's runtime (runtime.js) must be told the same.
 */
const described = { 'aria-role': '', 'aria-label': '' }

module.exports = {
  View: { ...described, 'aria-checked': '' },
  Image: { 'aria-label': '' },
}
