require('../bin/launch.cjs')('action', 'start');
