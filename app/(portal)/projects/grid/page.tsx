import { gridPageOf } from '../../[model]/grid/grid-page-of';

const pages = gridPageOf('projects');
export const generateMetadata = pages.generateMetadata;
export default pages.Page;
