namespace Featuresmith.Consuming.Locking;

/// <summary>A configuration that is there asks for what cannot be locked. The message says where, and the way out.</summary>
/// <param name="message">What is wrong, and the way out.</param>
public sealed class LockingException(string message) : Exception(message);
