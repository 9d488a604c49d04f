/** An id as one part of a path, whatever is in it. */
export const segment = (id: string): string => encodeURIComponent(id)

/** A site by its id `host,guid,guid`; the commas stay as they are (graph.md 1.1). */
export const sitePath = (siteId: string): string => `/sites/${segment(siteId).replaceAll('%2C', ',')}`
