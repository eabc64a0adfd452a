import { gridPageOf } from '../../[model]/grid/grid-page-of';

const pages = gridPageOf('groups');
export const generateMetadata = pages.generateMetadata;
export default pages.Page;
