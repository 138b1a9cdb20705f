// WeChat's style compiler takes no `*` and no bare pseudo-class after a combinator: one of them, and nothing builds.
// Here they become lists of the tags that screens are made of, a little heavier in the cascade; the web keeps the short form.
const { list } = require('postcss')

const TAGS = [
  'view',
  'text',
  'button',
  'image',
  'input',
  'textarea',
  'scroll-view',
  'picker',
  'form',
  'canvas',
]
/** A star, or the missing name before a pseudo-class. */
const ANYTHING = /(^|[\s>+~])(?:\*|(?=:(?!:)))/

function expand(selector, rule) {
  // Every sibling but the first, said without naming the one before it.
  const plain = selector.replace(/>\s*\*\s*\+\s*\*/g, '> *:not(:first-child)')
  if (!ANYTHING.test(plain)) return [plain]
  const expanded = TAGS.map((tag) => plain.replace(ANYTHING, `$1${tag}`))
  if (expanded.some((one) => ANYTHING.test(one)))
    throw rule.error('WXSS: name the tags, or give them a class')
  return expanded
}

const plugin = () => ({
  postcssPlugin: 'wxss-selectors',
  Once(root) {
    root.walkRules((rule) => {
      if (rule.parent?.type === 'atrule' && /keyframes$/.test(rule.parent.name)) return
      rule.selector = list
        .comma(rule.selector)
        .flatMap((selector) => expand(selector, rule))
        .join(', ')
    })
  },
})
plugin.postcss = true
module.exports = plugin
