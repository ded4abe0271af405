#[tencent_errors]
#[derive(Debug, PartialEq)]
pub enum ManageTaskError {
    FailedOperation,
    #[tencent(code = "InvalidParameterValue.TaskId")]
    TaskId,
    Other(CommonError),
}
