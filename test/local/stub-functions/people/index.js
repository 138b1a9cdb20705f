// Adds people to the database and counts them, as a function would: through `pg` and the environment.
const { Client } = require('pg')

module.exports.main = async ({ add = [] }) => {
  const client = new Client({ ssl: false })
  await client.connect()
  try {
    for (const openid of add) {
      await client.query('insert into people (id, openid) values (gen_random_uuid(), $1)', [openid])
    }
    const { rows } = await client.query(
      "select openid from people where openid not like 'example-%' order by openid",
    )
    return rows.map((row) => row.openid)
  } finally {
    await client.end()
  }
}
