import { newPageOf } from '../../[model]/new/new-page-of';

const pages = newPageOf('subjects');

export const generateMetadata = pages.generateMetadata;
export default pages.Page;
