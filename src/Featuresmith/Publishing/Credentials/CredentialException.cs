namespace Featuresmith.Publishing.Credentials;

/// <summary>A place where credentials are kept cannot be read. The message names it, and never what it holds.</summary>
public sealed class CredentialException(string message) : Exception(message);
