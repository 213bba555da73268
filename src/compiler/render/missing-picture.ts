/** What is said where a post names a picture that is not there. */
export function missingPicture(name: string): { rule: string; message: string } {
  return { rule: 'image/missing', message: `There is no file "${name}" in the folder of this post. Add it, or check its name: capital letters count.` };
}
