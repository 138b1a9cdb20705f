module.exports.main = async ({ bytes }) => 'x'.repeat(bytes)
