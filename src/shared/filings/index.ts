/** Filings (报送): what is due when, what it says, and how it lives. */
export * from './attention'
export * from './characters'
export * from './content'
export * from './figures'
export * from './kinds'
export * from './life-cycle'
export * from './outline'
export * from './self-assessment'
