// Which of the installed packages reach a phone or the cloud. `dependencies` holds more: what Taro builds with, and
// what the web preview alone shows.

/** What our code imports and the bundles hold, and `wx-server-sdk`, `docx`, `hucre`, which the cloud installs. */
export const shipped = [
  ...['@tarojs/react', '@tarojs/runtime', '@tarojs/shared', 'react', '@nutui/icons-react-taro'],
  ...['@react-spring/web', '@use-gesture/react', 'react-transition-group', 'async-validator', 'classnames'],
  ...['zod', 'uuid', 'uqr', '@noble/hashes'],
  ...['kysely', 'pg', 'wx-server-sdk', 'docx', 'hucre', 'fflate'],
]

/**
 * What our code imports too, or Taro's plugins put into the bundle, each alone: what it brings is its tool chain, or
 * stands above by its own name.
 */
export const shippedAlone = [
  ...['@nutui/nutui-react-taro', '@tarojs/taro', '@tarojs/components', '@tarojs/plugin-framework-react'],
  ...['@tarojs/plugin-platform-weapp', '@tarojs/plugin-html'],
]

/** Where Node finds `name` from a package's folder, in the words of the lock file. */
function placeOf(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
    if (packages[place]) return place
    if (folder === '') return undefined
  }
}

/** The places, in the lock file, of these packages and of all below them, and of `alone` without. */
export function placesOf(lock, names, alone = []) {
  const places = new Set()
  const visit = (from, name) => {
    const place = placeOf(lock.packages, from, name)
    if (place === undefined || places.has(place)) return
    places.add(place)
    const { dependencies = {}, optionalDependencies = {} } = lock.packages[place]
    for (const below of Object.keys({ ...dependencies, ...optionalDependencies })) visit(place, below)
  }
  for (const name of names) visit('', name)
  for (const name of alone) {
    const place = placeOf(lock.packages, '', name)
    if (place !== undefined) places.add(place)
  }
  return places
}
