require('../bin/launch.cjs')('action', 'reject');
