/** The one phone that the screens stand on, and its hooks. */
import { useMemo } from 'react'
import { makeUseAsk } from './ask'
import { recordAsText, type PhoneRecord } from './list'
import { makePhone } from './parts'
import { makeUsePhotoAddresses } from './photo-addresses'
import { makePlatform } from './platform'
import { makePosters } from './posters'
import { useSelected, useStore } from './store'
import { suggestionsOf, type Suggestions } from './suggestions'

const platform = makePlatform()
const phone = makePhone(platform)

/** Calls an action of a cloud function; throws Refusal or NetworkFailure. */
export const call = phone.call
export const { session, drafts, known, outbox, progress, photos, worth, choices, forms } = phone
export const { saveRecord, discardDraft, discardChange, letGoOfPhotos } = phone
/** Confirmations of participation; kept ones go out when the network or the person comes back. */
export const { confirmations } = phone
/** Enterprises entered by staff; they go out when the network is back and their activity has arrived. */
export const { entries } = phone
/** The codes of posters that this phone has shown. */
export const posters = makePosters(call, phone.keep, platform.timers.now)
/** Keeps the names of enterprises for entering them without network. */
export const rememberEnterprises = phone.enterprises.remember
/** Begins to send and to fetch; once, when the app opens. */
export const startPhone = phone.start
/** Brings everything up to date: session, records, progress, photos. Never throws. */
export const refreshAll = phone.refresh
/** A question to the server as a hook, with the last answer kept for offline. */
export const useAsk = makeUseAsk(phone.ask)
/** The example people of the web preview; null in WeChat. */
export const previewPeople = platform.preview
export const location = platform.location
export const copyText = platform.copyText
/** Shows a file that the server has made; throws NetworkFailure. */
export const openFile = platform.openFile
/** Into the album, or the downloads of a browser. */
export const savePicture = platform.savePicture
/** Null where no codes can be scanned. */
export const scanCode = platform.scanCode
/** Null where no messages can be sent. */
export const askForMessages = platform.askForMessages
/** Now, by the phone's clock. */
export const now = () => new Date(platform.timers.now())

export const useSession = () => useStore(session.store)
export const useStorageHealth = () => useStore(phone.keep.health)
export const usePhotosNearlyFull = () => useStore(photos.nearlyFull)
export const useOutbox = () => useStore(outbox.store)
export const useProgress = () => useStore(progress.store)
/** The rubric in force; null before it is known. */
export const useRubric = () => useSelected(progress.store, ({ live }) => live?.rubric ?? null)
export const usePhotos = () => useStore(photos.store)
export const useKnown = () => useStore(known.store)
export const useDrafts = () => useStore(drafts.store)
/** Why the last draft could not be kept; null while all is well. */
export const useDraftTrouble = () => useStore(drafts.trouble)
/** All records of the current platform: what asks for the person first, then the newest. */
export const useRecords = () => useStore(phone.records)
/** How many records are not on the server yet, drafts aside. */
export const useUnsent = () => useSelected(outbox.items, (items) => items.size)
/** The enterprises entered on this phone that the server does not have yet, the oldest first; refused ones too. */
export const useUnsentEntries = () => useSelected(entries.store, ({ kept }) => kept)

/** One record of the list; null if the phone does not know it. */
export function useRecord(id: string): PhoneRecord | null {
  const records = useRecords()
  return useMemo(() => records.find((record) => record.id === id) ?? null, [records, id])
}

/** What image elements show for the photos of a record, by photo id. */
export const usePhotoAddresses = makeUsePhotoAddresses(photos, call, platform.timers.now)

/** Places and enterprises that this platform's records name already. */
export function useSuggestions(): Suggestions {
  const records = useRecords()
  const met = useStore(phone.enterprises.store)
  return useMemo(() => suggestionsOf(records, met), [records, met])
}

/** The name of an enterprise by its code: known on this phone, or to the server; null if unknown. */
export async function enterpriseName(creditCode: string): Promise<string | null> {
  const { enterprises } = suggestionsOf(phone.records.get(), phone.enterprises.store.get())
  const known = enterprises.find((enterprise) => enterprise.creditCode === creditCode)
  return known?.name ?? (await call('confirm', 'lookUp', { creditCode })).enterprise?.name ?? null
}

/** Puts a record on the clipboard as text: the last way out when it will not upload. */
export async function copyRecord(record: PhoneRecord): Promise<void> {
  const platformName = session.store.get().membership?.platform?.name ?? record.platformId
  if (record.payload) await copyText(recordAsText(record.id, platformName, record.payload))
}
