/** Rows that count in full in the middle of 2023, for tests to change what they are about. */
export const base = { id: 'r1', date: '2023-06-15', approved: true }
export const event = {
  ...base,
  kind: 'activity' as const,
  category: 'brand' as const,
  role: 'host' as const,
  campaign: 'none' as const,
  published: true,
  complete: true,
  attendances: 20,
}
