require('../bin/launch.cjs')('action', 'approve');
