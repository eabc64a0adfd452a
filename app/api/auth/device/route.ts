export { handleDeviceStart as POST } from '@/lib/server/api/device';
