#!/bin/sh
# Makes this folder's files anew from a release: test/functions/last-release/make.sh COMMIT (see README.md).
set -eu
commit=$1
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
checkout=$(mktemp -d)
trap 'git -C "$root" worktree remove --force "$checkout/release"' EXIT
git -C "$root" worktree add --detach "$checkout/release" "$commit"
cd "$checkout/release"
npm ci --ignore-scripts
mkdir -p test/functions/last-release
cp "$here/make.ts" test/functions/last-release/make.test.ts
LAST_RELEASE=$here npx jest -w 1 --selectProjects functions --testPathPatterns last-release/make
cat > release.ts <<'END'
export { makePhone } from './src/phone/parts'
export { contract, failureSchema } from './src/shared/contract'
END
npx esbuild release.ts --bundle --minify --platform=node --format=cjs --external:zod | gzip -9 > "$here/phone.cjs.gz"
git rev-parse HEAD > "$here/commit"
