/** What the builds weigh and may weigh, in bytes. */
export declare const budget: { readonly main: number; readonly all: number; readonly bundle: number }
export declare function filesOf(folder: string): string[]
export declare function packageSizes(weapp: string): { main: number; others: [string, number][]; all: number }
export declare function functionSizes(folder: string): [string, number][]
