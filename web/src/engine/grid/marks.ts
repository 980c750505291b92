/** What a grid needs to know of a selection of its rows. */
export interface GridSelection {
  has: (id: string) => boolean
  /** With `range`, all rows from the last one touched to this one. */
  toggle: (id: string, range?: boolean) => void
  toggleLoaded: () => void
  loaded: 'all' | 'some' | 'none'
}
