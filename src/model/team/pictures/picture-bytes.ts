/** Of a picture's file, in bytes: a photograph by a phone has less. */
export const MAX_PICTURE_BYTES = 5 * 1024 * 1024;
