/** A Taro plugin: the templates of the mini-program carry what `attributes.cjs` lists. */
const path = require('node:path')
const attributes = require('./attributes.cjs')

module.exports = (context) => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (platform.platform !== 'weapp') return
      platform.template.mergeComponents(context, attributes)
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'runtime.js')].flat()
    },
  })
}
