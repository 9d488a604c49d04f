/**
 * One spelling per drive, for comparing only: ids of personal drives vary in letter case and leading zeros between calls;
 * all others are taken as they are (graph.md 2.5, 4.3). Graph is asked with the id as it came.
 */
export function sameDriveId(id: string): string {
  return /^[0-9a-f]{1,16}$/i.test(id) ? id.padStart(16, '0').toLowerCase() : id
}
