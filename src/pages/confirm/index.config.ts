export default definePageConfig({
  navigationBarTitleText: '确认参与',
})
