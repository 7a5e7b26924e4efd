/** An edit of more changes than this is not told, and not indexed, record by record. */
export const BULK_CHANGES = 500;
