"""How ``jupyter_client`` starts the kernels of chapters: forked where that can be."""

from __future__ import annotations

from typing import Any

from jupyter_client.provisioning import LocalProvisioner

from participatiemonitor.publishing.execute.forked_kernels import fork


class Provisioner(LocalProvisioner):
    """Starts a kernel, and knows its process."""

    async def launch_kernel(self, cmd: list[str], **settings: Any) -> dict[str, Any]:
        """Fork the kernel; else start it as usual."""
        self.process = fork(cmd, settings["cwd"], settings["env"])
        if self.process is None:
            return await super().launch_kernel(cmd, **settings)
        self.pid = self.pgid = self.process.pid
        return self.connection_info
