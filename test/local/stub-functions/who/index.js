// Says who calls, before and after waiting, by the real SDK.
const cloud = require('wx-server-sdk')

module.exports.main = async (event, context) => {
  const before = cloud.getWXContext()
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 30))
  const after = cloud.getWXContext()
  if (event.Type === 'Timer') console.log(`timer ${event.TriggerName} ${after.OPENID} ${after.SOURCE}`)
  return {
    before: before.OPENID ?? null,
    after: after.OPENID ?? null,
    source: after.SOURCE ?? null,
    keys: process.env.WX_CONTEXT_KEYS ?? null,
    event,
    requestId: context.request_id,
    limit: context.time_limit_in_ms,
  }
}
