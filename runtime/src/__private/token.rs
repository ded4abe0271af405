//! The field of a client token.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

/// What a client token can be in.
#[diagnostic::on_unimplemented(
    message = "a client token is a string: `String` or `Option<String>`",
    label = "isn't a string",
    note = "it may be borrowed as well, or in a `Box`, an `Rc`, an `Arc` or a `Cow`"
)]
pub trait Token {
    /// The token, if there is one.
    fn token(&self) -> Option<&str>;
}

impl Token for String {
    fn token(&self) -> Option<&str> {
        Some(self)
    }
}

impl Token for str {
    fn token(&self) -> Option<&str> {
        Some(self)
    }
}

impl Token for Cow<'_, str> {
    fn token(&self) -> Option<&str> {
        Some(self)
    }
}

macro_rules! token {
    ($($pointer:ty),*) => {
        $(
            impl<T: Token + ?Sized> Token for $pointer {
                fn token(&self) -> Option<&str> {
                    (**self).token()
                }
            }
        )*
    };
}

token!(&T, &mut T, Box<T>, Rc<T>, Arc<T>);

impl<T: Token> Token for Option<T> {
    fn token(&self) -> Option<&str> {
        self.as_ref().and_then(T::token)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_found_in_whatever_holds_a_string() {
        let mut owned = String::from("t");
        assert_eq!(owned.token(), Some("t"));
        assert_eq!(<&mut String as Token>::token(&&mut owned), Some("t"));
        assert_eq!(Some(Cow::Borrowed("t")).token(), Some("t"));
        assert_eq!(Some(Box::<str>::from("t")).token(), Some("t"));
        assert_eq!(Arc::<str>::from("t").token(), Some("t"));
        assert_eq!(Some(Rc::<str>::from("t")).token(), Some("t"));
        assert_eq!(Arc::new(String::from("t")).token(), Some("t"));
        assert_eq!(None::<String>.token(), None);
    }
}
