/** `session`: who am I, join by invitation, stand for an enterprise. */
import { sessionContract } from '../../src/shared/contract'
import { action, countTry, serve, type Dependencies, type Main } from '../backend'
import { bindEnterprise } from './bind-enterprise'
import { approvePerson, enterpriseCode, enterprisePeople, unbindEnterprise } from './enterprise-people'
import { health } from './health'
import { invite } from './invite'
import { join } from './join'
import { me } from './me'
import { platforms } from './platforms'

const hour = 3_600

/** The function on its dependencies. */
export function createFunction(dependencies: Dependencies): Main {
  return serve(
    'session',
    sessionContract,
    {
      whoAmI: action(sessionContract.whoAmI, (context) => me(context)),
      // Guessing a code of 46 bits is hopeless anyway; the limit keeps somebody from trying.
      join: action(sessionContract.join, join, {
        before: ({ database, person, now }) =>
          countTry(database, ['session.join', person.id], { hits: 10, seconds: hour }, now),
      }),
      invite: action(sessionContract.invite, invite, {
        before: ({ database, person, now }) =>
          countTry(database, ['session.invite', person.id], { hits: 60, seconds: hour }, now),
      }),
      bindEnterprise: action(sessionContract.bindEnterprise, bindEnterprise, {
        before: ({ database, person, now }) =>
          countTry(database, ['session.bindEnterprise', person.id], { hits: 20, seconds: hour }, now),
      }),
      unbindEnterprise: action(sessionContract.unbindEnterprise, unbindEnterprise),
      enterpriseCode: action(sessionContract.enterpriseCode, enterpriseCode, {
        before: ({ database, person, now }) =>
          countTry(database, ['session.enterpriseCode', person.id], { hits: 60, seconds: hour }, now),
      }),
      enterprisePeople: action(sessionContract.enterprisePeople, enterprisePeople),
      approvePerson: action(sessionContract.approvePerson, approvePerson),
      health: action(sessionContract.health, health),
      platforms: action(sessionContract.platforms, platforms),
    },
    dependencies,
  )
}
