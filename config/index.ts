import path from 'node:path'
import { defineConfig } from '@tarojs/cli'
import { ProvidePlugin } from 'webpack'

/** NutUI's sheets and ours are both drawn for 375 px, so one design width serves all. */
const designWidth = 375

/** Packages published in newer syntax than the oldest phones read; everything else ships as ES5 already. */
const compileToo = /node_modules[\\/](zod|uqr|uuid|@noble|@nutui|@react-spring|@use-gesture)[\\/]/

export default defineConfig<'webpack5'>(() => {
  const production = process.env.NODE_ENV === 'production'
  const web = process.env.TARO_ENV === 'h5'
  return {
    projectName: 'window-evaluation',
    date: '2026-11-21',
    designWidth,
    deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    sourceRoot: 'src',
    outputRoot: web ? 'dist/web' : 'dist/weapp',
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: !production },
    plugins: [
      '@tarojs/plugin-framework-react',
      '@tarojs/plugin-platform-weapp',
      // NutUI draws its icons as <i>, which WeChat leaves out without a word.
      '@tarojs/plugin-html',
      path.resolve(__dirname, 'aria', 'plugin.cjs'),
      '@tarojs/plugin-platform-h5',
    ],
    defineConstants: {
      CLOUD_ENVIRONMENT: JSON.stringify(process.env.CLOUD_ENVIRONMENT ?? ''),
    },
    // Chinese as it is takes half the room of its escapes; WeChat reads its files as UTF-8.
    terser: { config: { output: { ascii_only: false } } },
    mini: {
      compile: { include: [(file: string) => compileToo.test(file)] },
      optimizeMainPackage: { enable: true },
      webpackChain(chain) {
        // zod asks for BigInt while it loads; iOS 12 and 13 have none, and the whole app would not start.
        chain.plugin('bigInt').use(ProvidePlugin, [{ BigInt: path.resolve(__dirname, 'big-int.cjs') }])
      },
      miniCssExtractPluginOption: { ignoreOrder: true },
      postcss: {
        pxtransform: { enable: true, config: {} },
        cssModules: { enable: false },
        [path.resolve(__dirname, 'wxss-selectors.cjs')]: { enable: true },
      },
    },
    h5: {
      webpackChain(chain) {
        // Made at every first start and served from this machine alone: making it small would only take time.
        chain.optimization.minimize(false)
        chain.module
          .rule('roles')
          .test(/[\\/](src|nutui-react-taro)[\\/].*\.[jt]sx?$/)
          .enforce('pre')
          .use('roles')
          .loader(path.resolve(__dirname, 'web-roles.cjs'))
      },
      // Relative addresses and hash routing: any static host serves the preview, from any folder.
      publicPath: './',
      staticDirectory: 'static',
      compile: { include: [(file: string) => compileToo.test(file)] },
      esnextModules: ['@nutui/nutui-react-taro', '@nutui/icons-react-taro'],
      router: { mode: 'hash' },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: {
        autoprefixer: { enable: true, config: {} },
        // Grows with a phone's width, yet stays calm on a desktop.
        pxtransform: { enable: true, config: { baseFontSize: 20, minRootSize: 16, maxRootSize: 22 } },
        cssModules: { enable: false },
      },
      devServer: { port: 10086, open: false },
    },
  }
})
