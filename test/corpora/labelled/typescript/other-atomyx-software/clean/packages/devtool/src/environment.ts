/** Environment of the device test tool; nothing to do with Submit. */
export const defaults = {
  ATOMYX_PORT: '4723',
  ATOMYX_HOME: '/opt/atomyx/9b2d0c4e7f61',
  ATOMYX_MODE: 'headless',
  ATOMYX_DEVICE_ID: '00008110-001A35E22EF8801E',
  ATOMYX_SESSION: '3a7bd3e2-360a-4f9b-8c21-1f6a0a3d9e55',
  ATOMYX_BUILD: 'd6b0b7c8e1f54b3c9d2a7e6f0c1b2a3948576a5b',
};
