export default definePageConfig({
  navigationBarTitleText: '窗口考评',
})
