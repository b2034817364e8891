require('../bin/launch.cjs')('action', 'set-permissions');
