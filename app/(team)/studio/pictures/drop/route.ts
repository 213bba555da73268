import { dropPicture } from '#domain/posts/pictures/drop-picture.ts';
import { dropPictureForm, folderName } from '#model/team/pictures/pictures.ts';
import { teamPaths } from '#paths';
import { teamForm } from '../../../../_http/team/team-form.ts';

export const POST = teamForm({
  form: dropPictureForm,
  by: dropPicture,
  page: teamPaths.pictures,
  async act({ ctx }, { text: folder, name, hash }) {
    await dropPicture(ctx, { folder, name, hash });
    return { to: teamPaths.picturesOf({ text: folderName(folder) }) };
  },
});
