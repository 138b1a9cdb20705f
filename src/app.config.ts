export default defineAppConfig({
  // What field staff need without network lives in the main package; what needs the network anyway comes later.
  pages: [
    'pages/progress/index',
    'pages/records/index',
    'pages/ranking/index',
    'pages/me/index',
    'pages/record/index',
    'pages/activity/index',
    'pages/card/index',
    'pages/node/index',
  ],
  subPackages: [
    { root: 'pages/confirm', pages: ['index'] },
    { root: 'pages/review', pages: ['index'] },
    { root: 'pages/filings', pages: ['index'] },
    { root: 'pages/province', pages: ['index'] },
    { root: 'pages/stated', pages: ['index'] },
    { root: 'pages/evaluation', pages: ['index'] },
  ],
  tabBar: {
    color: '#5a6762',
    selectedColor: '#0b7a63',
    backgroundColor: '#ffffff',
    borderStyle: 'white',
    list: [tab('progress', '进度'), tab('records', '记录'), tab('ranking', '排名'), tab('me', '我的')],
  },
  window: {
    navigationBarTitleText: '窗口考评',
    navigationBarBackgroundColor: '#f4f6f4',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f4f6f4',
    backgroundTextStyle: 'dark',
  },
  permission: {
    'scope.userLocation': { desc: '用于记录服务活动和走访的地点,可以拒绝' },
  },
  // WeChat asks for consent itself, at the moment of need; who refuses goes on without.
  __usePrivacyCheck__: true,
  requiredPrivateInfos: ['getLocation', 'chooseLocation'],
  lazyCodeLoading: 'requiredComponents',
  style: 'v2',
})

function tab(screen: string, text: string) {
  return {
    pagePath: `pages/${screen}/index`,
    text,
    iconPath: `assets/tab-${screen}.png`,
    selectedIconPath: `assets/tab-${screen}-on.png`,
  }
}
