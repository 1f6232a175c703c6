namespace Featuresmith.Consuming;

/// <summary>What a person asks for is not to be had: a Feature that nobody knows, an option that it does not have. The message says the way out.</summary>
/// <param name="message">What is wrong, and the way out.</param>
public sealed class ReferenceException(string message) : Exception(message);
