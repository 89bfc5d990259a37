# SPDX-FileCopyrightText: BlurIG Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`evaluate` under schedulers: a Slurm of one node that this test starts and stops, and GNU parallel."""
import getpass
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time
import unittest

from cli_case import MODEL, PROGRAM, CliCase, picture

SCRIPT = pathlib.Path(__file__).resolve().parents[2] / "resources" / "cluster" / "blurig_evaluate.sbatch"
PATIENCE = 240  # s, for a loaded machine
CONFIGURATION = """ClusterName=test
SlurmctldHost={host}(127.0.0.1)
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
SlurmctldPort={port}
SlurmdPort={next_port}
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
MpiDefault=none
NodeName={host} NodeAddr=127.0.0.1 CPUs={cpus} State=UNKNOWN
PartitionName=all Nodes={host} Default=YES MaxTime=INFINITE State=UP
"""


def free_ports():
    """Two neighbours that nobody listens on now."""
    for port in range(16800, 17800, 2):
        with socket.socket() as one, socket.socket() as other:
            try:
                one.bind(("127.0.0.1", port))
                other.bind(("127.0.0.1", port + 1))
            except OSError:
                continue
            return port
    raise RuntimeError("no free ports")


class Slurm:
    """The controller, the node and their authentication, with everything in one folder."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="slurm-", dir="/tmp"))  # sockets want short names
        self.folder.chmod(0o700)
        for name in ("state", "spool"):
            (self.folder / name).mkdir()
        key = self.folder / "munge.key"
        key.write_bytes(os.urandom(128))
        key.chmod(0o400)
        host, port = socket.gethostname().split(".")[0], free_ports()
        configuration = self.folder / "slurm.conf"
        configuration.write_text(CONFIGURATION.format(host=host, user=getpass.getuser(), folder=self.folder, port=port,
                                                      next_port=port + 1, cpus=os.cpu_count()))
        (self.folder / "cgroup.conf").write_text("CgroupPlugin=cgroup/v1\n")
        self.environment = {**os.environ, "SLURM_CONF": str(configuration),
                            "PATH": f"{os.environ['PATH']}:/usr/sbin:/sbin"}
        self.run("munged", "--force", f"--key-file={key}", f"--socket={self.folder}/munge.socket",
                 f"--pid-file={self.folder}/munged.pid", f"--log-file={self.folder}/munged.log",
                 f"--seed-file={self.folder}/munge.seed")
        self.run("slurmctld")
        self.run("slurmd", "-N", host)
        self.wait(lambda: "idle" in self.run("sinfo", "--noheader", check=False), "the node is not idle")

    def run(self, *command, check=True):
        result = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=60, check=False)
        if check and result.returncode != 0:
            raise RuntimeError(f"{command}: {result.stderr}{self.logs()}")
        return result.stdout

    def wait(self, holds, complaint):
        end = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > end:
                raise RuntimeError(complaint + self.logs())
            time.sleep(0.1)

    def logs(self):
        return "".join(f"\n{log.name}: {log.read_text(errors='replace')[-1500:]}" for log in self.folder.glob("*.log"))

    def stop(self):
        self.run("scontrol", "shutdown", check=False)
        for name in ("slurmd", "slurmctld", "munged"):
            pid = self.folder / f"{name}.pid"
            if pid.exists():
                subprocess.run(["kill", pid.read_text().strip()], check=False, capture_output=True)
        shutil.rmtree(self.folder, ignore_errors=True)


class Cluster(CliCase):
    def setUp(self):
        super().setUp()
        self.photos = self.folder / "photos"
        self.photos.mkdir()
        for index in range(6):
            (self.photos / f"{index}.ppm").write_bytes(picture(44 + index, 40))
        self.options = ("--methods", "blur-ig:max-gradients=24,ig:black:max-gradients=24", "--metrics", "patch-deletion",
                        "--model", str(MODEL), "--card", str(self.card))
        whole = self.folder / "whole"
        self.blurig("evaluate", self.photos, "--out", whole, *self.options)
        self.expected = (whole / "table.csv").read_bytes()

    def merged(self, parts):
        out = self.folder / "merged"
        self.blurig("evaluate", self.photos, "--merge", *parts, "--out", out, *self.options)
        return (out / "table.csv").read_bytes()

    def test_an_array_whose_task_is_requeued_gives_the_same_table(self):
        slurm = Slurm()
        self.addCleanup(slurm.stop)
        slurm.environment["BLURIG"] = PROGRAM
        out = self.folder / "out"
        job = slurm.run("sbatch", "--parsable", "--array=1-2", f"--output={self.folder}/%a.txt", "--cpus-per-task=1",
                        str(SCRIPT), str(self.photos), str(out), *self.options).strip()
        rows = out / "part-1" / "rows.csv"
        slurm.wait(lambda: rows.exists() and rows.read_bytes().count(b"\n") >= 2, "no row was written")
        slurm.run("scontrol", "requeue", f"{job}_1", check=False)  # kills it; it may have ended just now

        def ended():  # Slurm lets a requeued task wait for two minutes unless it is told not to
            slurm.run("scontrol", "update", f"JobId={job}_1", "StartTime=now", check=False)
            return not slurm.run("squeue", "--noheader", check=False).strip()

        slurm.wait(ended, "the queue does not empty")
        self.assertEqual(self.merged(sorted(out.glob("part-*"))), self.expected)

    def test_parallel_processes_give_the_same_table(self):
        out = self.folder / "out"
        command = " ".join(map(subprocess.list2cmdline, [[str(word)] for word in (PROGRAM, "evaluate", self.photos,
                                                                                  *self.options)]))
        subprocess.run(["parallel", "--will-cite", "-j2", f"{command} --shard {{}}/3 --out {out}/part-{{}}", ":::", "1", "2",
                        "3"], check=True, capture_output=True, timeout=PATIENCE)
        self.assertEqual(self.merged(sorted(out.glob("part-*"))), self.expected)


if __name__ == "__main__":
    unittest.main()
