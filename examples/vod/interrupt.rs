//! Ctrl-C, as the cores of the programs see it.

use tokio::sync::watch;

/// Whether somebody wants the program to end. It can be asked again and again, and a clone knows the same.
#[derive(Debug, Clone)]
pub struct Interrupt {
    pressed: watch::Receiver<bool>,
}

impl Interrupt {
    /// One that comes when the sender says `true`.
    pub fn new() -> (watch::Sender<bool>, Self) {
        let (sender, pressed) = watch::channel(false);
        (sender, Self { pressed })
    }

    /// One that comes at the first Ctrl-C. At the second, the program ends at once, with the status that shells give it.
    pub fn by_ctrl_c() -> Self {
        let (sender, interrupt) = Self::new();
        tokio::spawn(async move {
            // Where there are no signals, there is no Ctrl-C to wait for.
            if tokio::signal::ctrl_c().await.is_ok() {
                sender.send_replace(true);
                if tokio::signal::ctrl_c().await.is_ok() {
                    std::process::exit(130);
                }
            }
            sender.closed().await;
        });
        interrupt
    }

    /// Ready once it has come, and whenever it is asked after that.
    pub async fn comes(&mut self) {
        if self.pressed.wait_for(|pressed| *pressed).await.is_err() {
            // Nobody is left who could say it.
            std::future::pending::<()>().await;
        }
    }

    /// Whether it has come.
    pub fn has_come(&self) -> bool {
        *self.pressed.borrow()
    }
}
