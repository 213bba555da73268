import { addPicture } from '#domain/posts/pictures/add-picture.ts';
import { Invalid } from '#domain/core/errors.ts';
import { addPictureForm, altField, folderName } from '#model/team/pictures/pictures.ts';
import { LOCALES, teamPaths } from '#paths';
import { teamForm } from '../../../../_http/team/team-form.ts';

export const POST = teamForm({
  form: addPictureForm,
  by: addPicture,
  page: teamPaths.pictures,
  async act({ ctx, file }, { text: folder, name, instead, ...typed }) {
    if (!file) throw new Invalid({ picture: 'picture_missing' });
    const alt = Object.fromEntries(LOCALES.map((locale) => [locale, typed[altField(locale)]]));
    const added = await addPicture(ctx, { folder, name, instead, alt, file });
    return { to: teamPaths.picturesOf({ text: folderName(folder) }), told: added };
  },
});
