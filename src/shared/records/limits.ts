/** Limits that a form and the server share. Lengths are in characters as a person counts them (code points). */
export const limits = {
  titleLength: 60,
  nameLength: 60,
  placeLength: 80,
  textLength: 10_000,
  reasonLength: 200,
  commentLength: 300,
  /** UTF-16 units of an instant in ISO form. */
  instantLength: 40,
  /** Bytes of a record's payload as JSON in UTF-8. */
  recordBytes: 64 * 1024,
  /** Photos of one record. */
  photos: 9,
  /** Bytes of one photo after scaling. */
  photoBytes: 20_000_000,
  /** 家次 of one activity; more is a slip of the finger. */
  attendances: 5_000,
  /** Records in one push, and participations in one batch. */
  batch: 50,
  /** Lines of a pasted list that are shown and stored at a time. */
  pastedLines: 100,
  /** UTF-16 units of a pasted list: far more than the lines that are taken of it. */
  pastedLength: 200_000,
  /** One page of any list. */
  page: 50,
} as const
