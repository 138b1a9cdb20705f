/**
 * WeChat's screen reader knows a role as `aria-role`, a browser as `role`. Our screens and NutUI's say the former;
 * in the web preview they say the latter.
 */
module.exports = (source) => source.replace(/\baria-role\b|\bariaRole\b/g, 'role')
