/** These tests run in two time zones (jest.config.cjs): that each run really is in its own. */
test('the machine stands in the zone of this run', () => {
  const zone = process.env.TEST_ZONE
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone)
  expect(new Date('2023-01-15T12:00:00Z').getHours()).toBe(zone === 'UTC' ? 12 : 20)
})
