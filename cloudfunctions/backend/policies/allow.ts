/** Asks the table of policies. Every answer starts from "no". */
import { Refusal, type Membership } from '../../../src/shared/contract'
import { policies, type ActionId, type Policy, type Scope } from './table'

/** Whose data it is: a platform's; null where it belongs to no platform, which only `all` covers. */
export type Subject = { platform: { id: string; areaCode: string } | null }
export type Caller = { memberships: Membership[] }

/** Which platforms somebody may act on: all of them, or these and those whose area code starts so. */
export type PlatformScope = { all: boolean; platformIds: string[]; areaPrefixes: string[] }

/** The part of an area code that its platforms share: 430000 → 43, 430100 → 4301, 430102 → 430102. */
export function areaPrefix(areaCode: string): string {
  return areaCode.replace(/(00){1,2}$/, '')
}

function policyOf(action: string): Policy {
  const known: Record<string, Policy | undefined> = policies
  return (Object.hasOwn(policies, action) ? known[action] : undefined) ?? {}
}

function covers(scope: Scope | undefined, membership: Membership, subject: Subject): boolean {
  switch (scope) {
    case 'all':
      return true
    case 'platform':
      return membership.platform !== null && membership.platform.id === subject.platform?.id
    case 'area':
      return (
        membership.areaCode !== null &&
        subject.platform !== null &&
        subject.platform.areaCode.startsWith(areaPrefix(membership.areaCode))
      )
    case 'self':
    case undefined:
      return false
  }
}

/** May this caller do the action to anything at all? Asked for every call, before its transaction. */
export function mayTry(caller: Caller, action: string): boolean {
  const policy = policyOf(action)
  return policy.anyone === 'self' || caller.memberships.some(({ role }) => policy[role] !== undefined)
}

/** May this caller do the action to this subject? An action that is missing from the table is refused. */
export function allows(caller: Caller, action: string, subject: Subject): boolean {
  const policy = policyOf(action)
  return caller.memberships.some((membership) => covers(policy[membership.role], membership, subject))
}

/** Refuses with NOT_ALLOWED unless the table allows it. */
export function allow(caller: Caller, action: ActionId, subject: Subject): void {
  if (!allows(caller, action, subject)) throw new Refusal('NOT_ALLOWED')
}

/** The platforms that the caller may do the action to, for lists. */
export function scopeOf(caller: Caller, action: ActionId): PlatformScope {
  const policy = policyOf(action)
  const scope: PlatformScope = { all: false, platformIds: [], areaPrefixes: [] }
  for (const membership of caller.memberships) {
    const granted = policy[membership.role]
    if (granted === 'all') scope.all = true
    if (granted === 'platform' && membership.platform) scope.platformIds.push(membership.platform.id)
    if (granted === 'area' && membership.areaCode) scope.areaPrefixes.push(areaPrefix(membership.areaCode))
  }
  return scope
}
