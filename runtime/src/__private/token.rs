//! The field of a client token.

use std::borrow::Cow;

/// What a client token can be in.
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

impl<T: Token + ?Sized> Token for &T {
    fn token(&self) -> Option<&str> {
        (**self).token()
    }
}

impl<T: Token + ?Sized> Token for Box<T> {
    fn token(&self) -> Option<&str> {
        (**self).token()
    }
}

impl<T: Token> Token for Option<T> {
    fn token(&self) -> Option<&str> {
        self.as_ref().and_then(T::token)
    }
}
