export default definePageConfig({
  navigationBarTitleText: '评价与公布',
})
