#[tencent_errors]
enum ManageTaskError {
    #[tencent(cod = "FailedOperation")]
    Failed,
    Other(String),
}
