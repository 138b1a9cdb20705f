// Which of two statements (or marks) stands: the later one; equal instants are decided by id, then value, so
// that the order in which records arrive never matters.

function compare(a: string | number | boolean, b: string | number | boolean): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function later<T extends { readonly at: string; readonly id: string }>(
  a: T,
  b: T,
  valueOf: (item: T) => string | number | boolean,
): T {
  const order =
    compare(Date.parse(a.at), Date.parse(b.at)) ||
    compare(a.id, b.id) ||
    compare(Number(valueOf(a)), Number(valueOf(b))) ||
    compare(typeof valueOf(a), typeof valueOf(b)) ||
    compare(a.at, b.at)
  return order >= 0 ? a : b
}
