import '@tarojs/taro'

// WeChat tells the reader's text size here too; Taro's types leave it out.
declare module '@tarojs/taro' {
  namespace getAppBaseInfo {
    interface Result {
      fontSizeSetting?: number
    }
  }
}
