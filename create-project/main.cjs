require('../bin/launch.cjs')('action', 'create-project');
