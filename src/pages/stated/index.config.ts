export default definePageConfig({
  navigationBarTitleText: '目标与评定',
})
