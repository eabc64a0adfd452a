export { handleDevicePoll as POST } from '@/lib/server/api/device';
