// No module imports itself in a circle, by types alone either: what belongs together stands in one file.
module.exports = {
  forbidden: [{ name: 'no-circle', severity: 'error', from: {}, to: { circular: true } }],
  options: {
    // Imports of types too, which the compiler leaves out.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
}
