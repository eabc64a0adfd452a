import { newPageOf } from '../../[model]/new/new-page-of';

const pages = newPageOf('projects');

export const generateMetadata = pages.generateMetadata;
export default pages.Page;
