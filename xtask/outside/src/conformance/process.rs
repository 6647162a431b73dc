//! A command -> a running process whose lines can be waited for, and that never outlives its owner.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};

/// How long to wait for the rest of what an ended process wrote.
const REST_LIMIT: Duration = Duration::from_secs(5);

/// How often to look whether a process has ended: the system offers no wait with a limit.
const LOOK_AGAIN: Duration = Duration::from_millis(10);

/// A child process. Killed when dropped, if it still runs then.
pub struct Process {
    child: Child,
    stdout: Receiver<String>,
    stderr: Receiver<String>,
}

impl Process {
    /// Starts a command with nothing to read.
    pub fn start(command: &mut Command) -> Result<Self> {
        let name = command.get_program().display().to_string();
        let (stdout, stderr) = (Stdio::piped(), Stdio::piped());
        let child = command.stdin(Stdio::null()).stdout(stdout).stderr(stderr).spawn();
        let mut child = child.with_context(|| format!("cannot run {name}"))?;
        let (stdout, stderr) = (lines(child.stdout.take()), lines(child.stderr.take()));
        Ok(Self { child, stdout, stderr })
    }

    /// The number that the system knows it by.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// The next line it prints; none if there are no more.
    pub fn line(&self, limit: Duration) -> Result<Option<String>> {
        match self.stdout.recv_timeout(limit) {
            Ok(line) => Ok(Some(line)),
            Err(RecvTimeoutError::Disconnected) => Ok(None),
            Err(RecvTimeoutError::Timeout) => Err(anyhow!("it printed nothing for {} seconds", limit.as_secs())),
        }
    }

    /// How it ended, if it has.
    pub fn ended(&mut self) -> Result<Option<ExitStatus>> {
        self.child.try_wait().context("cannot look after it")
    }

    /// Waits for it to end by itself.
    pub fn wait(&mut self, limit: Duration) -> Result<ExitStatus> {
        let start = Instant::now();
        loop {
            if let Some(status) = self.ended()? {
                return Ok(status);
            }
            if start.elapsed() > limit {
                bail!("it did not end within {} seconds", limit.as_secs());
            }
            thread::sleep(LOOK_AGAIN);
        }
    }

    /// Asks it to end, as service managers do.
    pub fn terminate(&self) -> Result<()> {
        // the standard library can only kill; and `kill` is a program of its own on some systems, but in every shell.
        // The id cannot be another process's yet: it is kept until this one is waited for
        let status = Command::new("sh").args(["-c", &format!("kill -TERM {}", self.id())]).status();
        if !status.context("cannot run sh")?.success() {
            bail!("cannot send it SIGTERM");
        }
        Ok(())
    }

    /// Ends it, whether it wants to or not. Returns what it wrote to stderr.
    pub fn stop(mut self) -> String {
        self.kill();
        let mut text = String::new();
        while let Ok(line) = self.stderr.recv_timeout(REST_LIMIT) {
            text.push_str(&line);
            text.push('\n');
        }
        text
    }

    fn kill(&mut self) {
        // both fail only if it has ended and is gone
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Reads lines as they come, so that the writer never waits for a reader. Bytes that are no text are replaced.
fn lines(source: Option<impl Read + Send + 'static>) -> Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    let Some(source) = source else { return receiver };
    thread::spawn(move || {
        for line in BufReader::new(source).split(b'\n') {
            let Ok(line) = line else { break };
            if sender.send(String::from_utf8_lossy(&line).trim_end_matches('\r').to_owned()).is_err() {
                break;
            }
        }
    });
    receiver
}

#[cfg(test)]
mod tests {
    use std::process::Command;
    use std::time::Duration;

    use anyhow::Result;

    use super::Process;

    const LONG: Duration = Duration::from_secs(60);
    const SHORT: Duration = Duration::from_millis(50);

    fn shell(script: &str) -> Result<Process> {
        Process::start(Command::new("sh").args(["-c", script]))
    }

    #[test]
    fn lines_come_as_they_are_printed() -> Result<()> {
        let mut process = shell("echo one; printf 'two\\r\\n\\377'; echo three >&2; exit 7")?;
        assert_eq!(process.line(LONG)?.as_deref(), Some("one"));
        assert_eq!(process.line(LONG)?.as_deref(), Some("two"));
        assert_eq!(process.line(LONG)?.as_deref(), Some("\u{fffd}"), "bytes that are no text are replaced");
        assert_eq!(process.line(LONG)?, None);
        assert_eq!(process.wait(LONG)?.code(), Some(7));
        assert_eq!(process.stop(), "three\n");
        Ok(())
    }

    #[test]
    fn a_process_that_hangs_is_given_up() -> Result<()> {
        let mut process = shell("echo why >&2; exec sleep 600")?;
        assert!(process.line(SHORT).is_err());
        assert!(process.wait(SHORT).is_err());
        assert_eq!(process.stop(), "why\n");
        Ok(())
    }

    #[test]
    fn a_process_can_be_asked_to_end() -> Result<()> {
        let mut process = shell("trap 'exit 0' TERM; echo ready; while :; do sleep 0.01; done")?;
        process.line(LONG)?;
        process.terminate()?;
        assert!(process.wait(LONG)?.success());
        Ok(())
    }

    #[test]
    fn a_process_ends_with_its_owner() -> Result<()> {
        let process = shell("echo $$; exec sleep 600")?;
        let id = process.line(LONG)?.unwrap_or_default();
        drop(process);
        let alive = shell(&format!("kill -0 {id}"))?.wait(LONG)?;
        assert!(!alive.success());
        Ok(())
    }
}
